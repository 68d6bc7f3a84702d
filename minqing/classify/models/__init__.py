"""What words, rules and learned weights say of a text."""
