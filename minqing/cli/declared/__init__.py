"""How each command is typed. Help texts are looked up when a module here is loaded: the language comes first."""
