"""Faults done to the program on purpose, each in a table row: a name, how often, and a trial.

``python3 -m tests`` runs the first few trials of every fault, ``python3 -m tests --slow`` all of them, and prints a
line for each fault: how many trials there were, what was lost, what was left half done, and how often it crashed.

A trial is a function of a seed and an empty folder that returns an `Outcome`; the same seed is the same trial. It runs
in a process of its own, forked from one that has imported everything (`zygote`): it may die, change its user or limit
what it writes, start a `QApplication`, and fork again as long as it has no threads.
"""
