"""The few small dialogs."""
