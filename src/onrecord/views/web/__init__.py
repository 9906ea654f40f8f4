"""The web application: the record in a browser. Pages are made on the server and work without JavaScript."""

from onrecord.views.web.access import Access, is_loopback
from onrecord.views.web.app import Options, build_web_app
from onrecord.views.web.listening import listen

__all__ = ["Access", "Options", "build_web_app", "is_loopback", "listen"]
