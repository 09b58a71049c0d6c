"""What gunicorn serves. Imported by each worker after the fork: a driver is never shared."""

from graph.database import Graph
from graph.settings import GraphSettings
from tasks import logs
from tasks.broker import connect_broker
from webapp import create_app
from webapp.settings import WebSettings

# A page gives up within three seconds (the last retry starts within this one); a job may wait.
_PATIENCE = 1.0

logs.configure()
_settings = WebSettings.from_environment()
app = create_app(
    _settings,
    graph=Graph.connect(GraphSettings.from_environment(), patience=_PATIENCE),
    broker=connect_broker(_settings.redis_url),
)
