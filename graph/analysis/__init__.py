"""The shape of a network: its measures, and where its actors stand on the map."""
