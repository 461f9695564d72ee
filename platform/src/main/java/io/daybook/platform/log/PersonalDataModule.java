package io.daybook.platform.log;

import io.daybook.messages.DataSubject;
import io.daybook.messages.PersonalData;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Teaches Jackson that {@link PersonalData} is written encrypted with the key of the event's {@link
 * DataSubject}.
 */
final class PersonalDataModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    private static final ClassValue<MethodHandle> SUBJECT =
            new ClassValue<>() {
                @Override
                protected MethodHandle computeValue(Class<?> event) {
                    return Stream.of(event.getRecordComponents())
                            .filter(component -> component.isAnnotationPresent(DataSubject.class))
                            .map(PersonalDataModule::accessor)
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    event + " has personal data of nobody"));
                }
            };

    private final transient PersonalDataCipher cipher;

    PersonalDataModule(PersonalDataCipher cipher) {
        super("daybook-personal-data");
        this.cipher = cipher;
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new Introspector(cipher));
    }

    private static MethodHandle accessor(RecordComponent component) {
        try {
            return MethodHandles.publicLookup().unreflect(component.getAccessor());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    private static UUID subjectOf(Object event) {
        try {
            return (UUID) SUBJECT.get(event.getClass()).invoke(event);
        } catch (Throwable e) {
            throw new IllegalStateException(
                    "The data subject of " + event.getClass() + " cannot be read", e);
        }
    }

    private static final class Introspector extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        private final transient PersonalDataCipher cipher;

        Introspector(PersonalDataCipher cipher) {
            this.cipher = cipher;
        }

        @Override
        public Version version() {
            return Version.unknownVersion();
        }

        @Override
        public @Nullable Object findSerializer(MapperConfig<?> config, Annotated annotated) {
            return annotated.hasAnnotation(PersonalData.class) ? new Sealing(cipher) : null;
        }

        @Override
        public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated annotated) {
            return annotated.hasAnnotation(PersonalData.class) ? new Opening(cipher) : null;
        }
    }

    private static final class Sealing extends ValueSerializer<String> {

        private final PersonalDataCipher cipher;

        Sealing(PersonalDataCipher cipher) {
            this.cipher = cipher;
        }

        @Override
        public void serialize(String value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(cipher.encrypt(subjectOf(generator.currentValue()), value));
        }
    }

    private static final class Opening extends ValueDeserializer<String> {

        private final PersonalDataCipher cipher;

        Opening(PersonalDataCipher cipher) {
            this.cipher = cipher;
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            return cipher.decrypt(parser.getString());
        }
    }
}
