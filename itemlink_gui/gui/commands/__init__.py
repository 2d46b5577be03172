"""What the actions do, one module per noun; a method's name is its action's id."""
