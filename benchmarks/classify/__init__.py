"""Training, trying out and measuring what classifies a sentence."""
