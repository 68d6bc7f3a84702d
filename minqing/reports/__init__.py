"""Report data as plain values, and what draws them."""
