# The page's libraries, as package-lock.json has them.
FROM node:22-slim AS libraries
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --no-progress

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
COPY --from=libraries /src/node_modules node_modules
# The build takes them as they are (src/EntityGraph.Web/ClientLibraries.targets) and needs no Node.js.
RUN touch node_modules/.restored \
    && dotnet publish src/EntityGraph.Cli -c Release -o /app --use-current-runtime --self-contained false -p:Neo4jDriver=true

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
# The graph of a container without Neo4j.
RUN mkdir data && chown $APP_UID data
USER $APP_UID
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=5 \
    CMD curl -fsS http://127.0.0.1:8080/health
ENTRYPOINT ["dotnet", "EntityGraph.Cli.dll"]
CMD ["serve", "--urls", "http://*:8080"]
