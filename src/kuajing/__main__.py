"""`python -m kuajing`."""

from kuajing.cli import main

main()
