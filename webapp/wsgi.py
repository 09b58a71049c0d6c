"""What gunicorn serves. Imported by each worker after the fork: a driver is never shared."""

from graph.database import Graph
from graph.settings import GraphSettings
from tasks import logs
from tasks.broker import connect_broker
from webapp import create_app, metrics
from webapp.settings import WebSettings

# A page gives up within three seconds (the last retry starts within this one); a job may wait.
_PATIENCE = 1.0
# What runs away is ended before who waits gives up; what may take long asks for more time itself.
_LONGEST_QUERY = 5.0

logs.configure()
_settings = WebSettings.from_environment()
_graph = Graph.connect(
    GraphSettings.from_environment(), patience=_PATIENCE, timeout=_LONGEST_QUERY
)
_broker = connect_broker(_settings.redis_url)
app = create_app(_settings, graph=_graph, broker=_broker)
if _settings.metrics_port:
    metrics.serve(
        metrics.init_app(app, graph=_graph, broker=_broker),
        host=_settings.metrics_host,
        port=_settings.metrics_port,
    )
