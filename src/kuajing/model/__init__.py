"""The nouns of kuajing: frozen values, no behaviour beyond themselves."""
