"""Training, trying out and measuring what classifies a sentence."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program has it: once numpy is loaded it is too late
