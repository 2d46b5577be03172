"""The tables of the two panes: their rows, their looks, what is dragged."""
