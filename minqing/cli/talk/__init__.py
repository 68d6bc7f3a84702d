"""The conversation of ``minqing log`` and ``minqing add`` at the keyboard."""
