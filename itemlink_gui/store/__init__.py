"""Tables, queries and the journal: the only home of SQL."""
