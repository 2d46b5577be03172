"""What schemathesis looks at beside its own checks: whether a request that fits the description is taken."""

from __future__ import annotations

import schemathesis
from schemathesis.specs.openapi.checks import positive_data_acceptance

# What a description cannot say, or only the file knows.
UNSAID = (
    " longer in th",  # this file, the file
    "control character",
    "An e-mail address looks like",
    "may not be empty",  # when the white space at its ends is gone
    "This must be a whole number.",  # 5.0, which is one to JSON schema
    "There is no such field.",  # one of the file's own
    "with items=move and with nothing else",
    "may not lie before the start",
    "This day is before the one from which it is available.",
    " taken; there cannot be only",
    "This must be one ETag",  # schemathesis makes some of its own
)


@schemathesis.check
def what_fits_is_taken(
    ctx: schemathesis.CheckContext, response: schemathesis.Response, case: schemathesis.Case
) -> bool | None:
    """Refused is only what the description cannot forbid, and a record that has changed since it was read."""
    fields = response.json().get("fields", {}) if response.status_code == 400 else {}
    said = [sentence for sentences in fields.values() for sentence in sentences]
    unsaid = said and all("q" in fields or any(known in one for known in UNSAID) for one in said)
    if unsaid or response.status_code == 412:
        return None
    return positive_data_acceptance(ctx, response, case)
