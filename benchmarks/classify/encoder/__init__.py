"""Training the encoder of sentences (``minqing.classify.models.encoder``) from a language model that was published."""
