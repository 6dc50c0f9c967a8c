# The jar, layer by layer, on a Java runtime. All state is in PostgreSQL: there is nothing to mount but, at will,
# /etc/perezvon/certificates (authorities to trust besides the usual ones) and a folder of processes and forms.

FROM maven:3.9.12-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml .
COPY src src
COPY processes processes
COPY forms forms
RUN --mount=type=cache,target=/root/.m2 mvn -q -B -ntp -Dmaven.test.skip=true package
# With Boot's launcher: a plain class path would hide the parts of Camunda's web applications that lie inside its jars.
RUN java -Djarmode=tools -jar target/perezvon.jar extract --layers --launcher --destination layers

FROM eclipse-temurin:17.0.19_10-jre-noble
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin perezvon
WORKDIR /opt/perezvon
# From what rarely changes to what changes with every commit.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY --chmod=755 docker/start docker/healthy ./

USER perezvon
ENV TZ=UTC \
    LANG=C.UTF-8 \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=4 CMD ["/opt/perezvon/healthy"]
ENTRYPOINT ["/opt/perezvon/start"]
