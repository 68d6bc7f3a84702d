"""Training the encoder of sentences (``minqing.classify.encoder``) from a language model that was published."""
