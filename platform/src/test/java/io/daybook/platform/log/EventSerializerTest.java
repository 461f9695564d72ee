package io.daybook.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.Actor;
import io.daybook.messages.identity.UserRegistered;
import io.daybook.platform.Identifiers;
import io.daybook.platform.TestNode;
import io.daybook.platform.keys.PersonalKeys;
import io.daybook.platform.postgres.TestDatabase;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

class EventSerializerTest {

    @TempDir private static Path data;
    private static TestNode node;
    private static EventSerializer serializer;
    private static PersonalKeys keys;

    @BeforeAll
    static void start() {
        node = TestNode.start(TestDatabase.create(), data);
        keys = node.get(PersonalKeys.class);
        serializer = new EventSerializer(new PersonalDataCipher(keys));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void storesLogicalNamesInsteadOfClasses() {
        SerializedObject<String> stored = serialize(Events.registered(Identifiers.next()));

        assertThat(stored.getType().getName()).isEqualTo("identity.UserRegistered");
        assertThat(stored.getType().getRevision()).isEqualTo("1");
        assertThat(stored.getData()).doesNotContain("io.daybook");
    }

    @Test
    void storesNothingPersonalInClearAndReadsItBack() {
        UserRegistered event = Events.registered(Identifiers.next());

        SerializedObject<String> stored = serialize(event);

        assertThat(stored.getData())
                .doesNotContain("ada")
                .doesNotContain("Ada")
                .doesNotContain("argon2");
        assertThat(serializer.<String, UserRegistered>deserialize(stored)).isEqualTo(event);
    }

    @Test
    void readsAnErasedPersonAsAbsentAndWritesNothingMoreAboutThem() {
        UUID person = Identifiers.next();
        SerializedObject<String> before = serialize(Events.registered(person));

        keys.destroy(person);
        UserRegistered erased = serializer.deserialize(before);
        SerializedObject<String> after = serialize(Events.registered(person));

        assertThat(erased.userId()).isEqualTo(person);
        assertThat(erased.email()).isNull();
        assertThat(erased.fullName()).isNull();
        assertThat(after.getData()).contains("\"email\":null");
    }

    @Test
    void encryptsTheAddressInMetadataWithTheActorsKey() {
        UUID actor = Identifiers.next();
        MetaData metaData =
                MetaData.from(Map.of(Actor.USER, actor.toString(), Actor.ADDRESS, "192.0.2.7"));

        SerializedObject<String> stored = serialize(metaData);

        assertThat(stored.getData()).doesNotContain("192.0.2.7");
        assertThat(serializer.<String, MetaData>deserialize(stored)).isEqualTo(metaData);
        keys.destroy(actor);
        assertThat(serializer.<String, MetaData>deserialize(stored))
                .doesNotContainKey(Actor.ADDRESS);
    }

    @Test
    void keepsNoAddressOfSomebodyUnknown() {
        SerializedObject<String> stored =
                serialize(MetaData.from(Map.of(Actor.ADDRESS, "192.0.2.7")));

        assertThat(stored.getData()).isEqualTo("{}");
    }

    @Test
    void passesOverFieldsThatALaterVersionAdded() {
        UUID user = Identifiers.next();
        SerializedObject<String> newer =
                new SimpleSerializedObject<>(
                        "{\"userId\":\"" + user + "\",\"role\":\"USER\",\"shoeSize\":42}",
                        String.class,
                        "identity.UserRegistered",
                        "1");

        assertThat(serializer.<String, UserRegistered>deserialize(newer).userId()).isEqualTo(user);
    }

    private static SerializedObject<String> serialize(Object object) {
        return serializer.serialize(object, String.class);
    }
}
