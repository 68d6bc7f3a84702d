"""The index: what the diary files say, already folded. Only ever an accelerator: the files are the truth.

``keeper`` opens it, or makes or renews it; ``records`` answers from it. Below them: ``signatures`` (which files
changed), ``renewal`` (reading those), ``shares`` (what an issue adds to the figures), ``image`` (the file of the
index, never changed in place), ``pages`` (the entries themselves), ``codec`` (values as plain tuples).
"""
