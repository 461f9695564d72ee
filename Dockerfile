# Packs a Daybook that is already built:  ./daybook --help  names what building needs; then  docker build .
# Nothing of the build is in the image, and nothing in it runs as root.
FROM eclipse-temurin:25-jre AS unpacked
WORKDIR /unpacked
COPY api/target/api-*-boot.jar boot.jar
RUN java -Djarmode=tools -jar boot.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 daybook \
 && useradd --system --uid 10001 --gid daybook --home-dir /var/lib/daybook --create-home daybook
WORKDIR /opt/daybook
# what changes seldom first, so that an upgrade fetches little
COPY --from=unpacked /unpacked/layers/dependencies/ ./
COPY --from=unpacked /unpacked/layers/spring-boot-loader/ ./
COPY --from=unpacked /unpacked/layers/snapshot-dependencies/ ./
COPY --from=unpacked /unpacked/layers/application/ ./
USER daybook
ENV PORT=8080 \
    SERVER_ADDRESS=0.0.0.0 \
    DAYBOOK_DATA=/var/lib/daybook \
    JAVA_TOOL_OPTIONS="-XX:+UseSerialGC -XX:MaxRAMPercentage=60 -XX:+UseCompactObjectHeaders"
VOLUME /var/lib/daybook
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=6 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '200 OK' <&3"]
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-jar", "boot.jar"]
