"""An officer's sidecar is applied to the records that the parser made."""
