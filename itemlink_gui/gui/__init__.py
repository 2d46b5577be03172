"""The window: everything that people see; built on Qt, blind to the database."""
