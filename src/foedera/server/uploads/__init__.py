"""Files that somebody sends to be read: kept in a folder until another process has read them into the record."""

from foedera.server.uploads.desk import UploadDesk, UploadLimits
from foedera.server.uploads.spool import Spool, Stage, Upload

__all__ = ["Spool", "Stage", "Upload", "UploadDesk", "UploadLimits"]
