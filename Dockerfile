# The hub as an image: two stages, no compiler and no test tool in the result, a fixed user.
# Not built where this was written (no container engine there); its commands were run in plain
# virtual environments. Run `make assets` first: the wheel takes hub/web/static/ along.
# Pin the base image by digest before you deploy it.
FROM python:3.11-slim AS build
COPY requirements-dev.txt /src/
RUN python -m venv /build && /build/bin/pip install --no-cache-dir --require-hashes -r /src/requirements-dev.txt
COPY . /src
WORKDIR /src
RUN PATH="/build/bin:$PATH" uv build --wheel --no-build-isolation --out-dir /wheel

FROM python:3.11-slim
ENV PYTHONSAFEPATH=1 PYTHONDONTWRITEBYTECODE=1
# LightGBM needs libgomp; without it the fallback ranker would serve.
RUN apt-get update && apt-get install -y --no-install-recommends libgomp1 && rm -rf /var/lib/apt/lists/*
COPY requirements.txt /
RUN pip install --no-cache-dir --require-hashes -r /requirements.txt
COPY --from=build /wheel /wheel
RUN pip install --no-cache-dir --no-deps --no-index /wheel/*.whl
RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin hub && install -d -o hub -g hub /var/lib/hub
USER 10001:10001
ENV HUB_HOME=/var/lib/hub HUB_HOST=0.0.0.0 HUB_PORT=8000
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=6 \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=2)"]
CMD ["hub", "serve"]
