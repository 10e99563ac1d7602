"""Turns written articles into a narrated, chaptered, mastered podcast."""

import os

# onnxruntime, which runs the local voices, notes each start for its maker and would send it there.
# It looks at this only while it is imported, so it stands before all else.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
