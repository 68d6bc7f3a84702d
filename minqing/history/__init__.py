"""Git as the audit trail: one change, one commit."""
