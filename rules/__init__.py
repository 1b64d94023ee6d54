"""Law, vocabulary and regions: data only, read through `kuajing.source.packaged`."""
