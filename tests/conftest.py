"""No test leaves answers in the cache folder of whoever runs it, and no property is a race against the clock."""

import os

from hypothesis import settings

os.environ["KUAJING_CACHE"] = "off"

settings.register_profile("kuajing", deadline=None)
settings.load_profile("kuajing")
