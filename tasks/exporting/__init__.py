"""The register of a network as files: workbooks, CSV and networks for other programs."""
