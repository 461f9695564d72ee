package io.daybook.platform.log;

import io.daybook.messages.Actor;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Writes events as JSON under their logical names, personal data encrypted, and reads them back.
 * The address in the metadata is personal data of the actor.
 */
public final class EventSerializer extends Jackson3Serializer {

    private final PersonalDataCipher cipher;

    public EventSerializer(PersonalDataCipher cipher) {
        super(
                builder()
                        .converter(new ChainingConverter())
                        .jsonMapperBuilderCustomizer(
                                mapper -> {
                                    Json.configure(mapper);
                                    mapper.addModule(new PersonalDataModule(cipher));
                                }));
        this.cipher = cipher;
    }

    @Override
    @SuppressWarnings("rawtypes") // the supertype's signature is raw
    public SerializedType typeForClass(Class type) {
        SerializedType plain = super.typeForClass(type);
        return EventTypes.nameOf(type == null ? Void.class : type)
                .<SerializedType>map(name -> new SimpleSerializedType(name, plain.getRevision()))
                .orElse(plain);
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        return EventTypes.classOf(type.getName()).map(Class::getName).orElse(type.getName());
    }

    /** Asked for every event of a replay: loading a class by name is the long way. */
    @Override
    public Class<?> classForType(SerializedType type) {
        return EventTypes.classOf(type.getName()).orElseGet(() -> super.classForType(type));
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> expectedRepresentation) {
        return super.serialize(
                object instanceof MetaData metaData ? sealed(metaData) : object,
                expectedRepresentation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the supertype's signature
    public <S, T> T deserialize(SerializedObject<S> serializedObject) {
        if (serializedObject.getData() instanceof byte[] json
                && classForType(serializedObject.getType()) == MetaData.class) {
            Optional<MetaData> texts = MetaDataJson.texts(getObjectMapper(), json, this::opened);
            if (texts.isPresent()) {
                return (T) texts.get();
            }
        }
        T object = super.deserialize(serializedObject);
        return object instanceof MetaData metaData ? (T) opened(metaData) : object;
    }

    private MetaData sealed(MetaData metaData) {
        if (!(metaData.get(Actor.ADDRESS) instanceof String address)) {
            return metaData;
        }
        return metaData.get(Actor.USER) instanceof String actor
                ? withAddress(metaData, cipher.encrypt(UUID.fromString(actor), address))
                : withAddress(metaData, null);
    }

    private MetaData opened(MetaData metaData) {
        return metaData.get(Actor.ADDRESS) instanceof String address
                ? withAddress(metaData, cipher.decrypt(address))
                : metaData;
    }

    private @Nullable String opened(String key, String text) {
        return key.equals(Actor.ADDRESS) ? cipher.decrypt(text) : text;
    }

    private static MetaData withAddress(MetaData metaData, @Nullable String address) {
        return address == null
                ? metaData.withoutKeys(Set.of(Actor.ADDRESS))
                : metaData.and(Actor.ADDRESS, address);
    }
}
