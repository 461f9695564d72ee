package io.daybook.api.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;

import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The connector that the grown installation will use speaks with the Axon Server of the compose
 * file.
 */
final class AxonServerIT {

    @Test
    void keepsAnEventAndGivesItBack() throws Exception {
        Docker.isNeededFor("an event to Axon Server and back");
        try (GenericContainer<?> server =
                new GenericContainer<>(DockerImageName.parse(ComposeFile.image("axonserver")))
                        .withExposedPorts(8024, 8124)
                        .withEnv("AXONIQ_AXONSERVER_STANDALONE", "true")
                        .withEnv("AXONIQ_AXONSERVER_HOSTNAME", "localhost")
                        .waitingFor(
                                Wait.forHttp("/actuator/health")
                                        .forPort(8024)
                                        .withStartupTimeout(Duration.ofMinutes(3)))) {
            server.start();
            AxonServerConnectionFactory factory =
                    AxonServerConnectionFactory.forClient("daybook-test")
                            .routingServers(
                                    new ServerAddress(server.getHost(), server.getMappedPort(8124)))
                            .build();
            try {
                keepsAnEvent(factory.connect("default"));
            } finally {
                factory.shutdown();
            }
        }
    }

    private static void keepsAnEvent(AxonServerConnection connection) throws Exception {
        String aggregate = UUID.randomUUID().toString();
        Event event =
                Event.newBuilder()
                        .setMessageIdentifier(UUID.randomUUID().toString())
                        .setAggregateIdentifier(aggregate)
                        .setAggregateType("Project")
                        .setPayload(
                                SerializedObject.newBuilder()
                                        .setType("projects.ProjectCreated")
                                        .setRevision("1")
                                        .setData(ByteString.copyFromUtf8("{}")))
                        .build();
        connection.eventChannel().appendEvents(event).get(30, TimeUnit.SECONDS);
        Event read = connection.eventChannel().openAggregateStream(aggregate).next();
        assertThat(read.getPayload().getType()).isEqualTo("projects.ProjectCreated");
    }
}
