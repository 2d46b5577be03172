// Shows the service's description with Swagger UI, in the browser's light or dark, and asks nobody but this service.
"use strict";

const dark = window.matchMedia("(prefers-color-scheme: dark)");

function follow() {
  document.documentElement.classList.toggle("dark-mode", dark.matches);
}

follow();
dark.addEventListener("change", follow);

SwaggerUIBundle({
  url: "/api/schema/",
  dom_id: "#page",
  layout: "BaseLayout",
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  // The token stays in this page and goes with it.
  persistAuthorization: false,
  // No badge of a validator elsewhere.
  validatorUrl: null,
});
