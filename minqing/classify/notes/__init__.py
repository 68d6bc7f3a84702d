"""The reader of pasted notes: walks, their facts, their matters, and what stays in the body."""
