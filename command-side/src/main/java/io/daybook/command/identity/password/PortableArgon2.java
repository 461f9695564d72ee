package io.daybook.command.identity.password;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id in Java, by Bouncy Castle: two to three times the cost of a native one. */
final class PortableArgon2 implements Argon2 {

    @Override
    public byte[] tag(byte[] password, byte[] salt, Argon2Cost cost, int length) {
        Argon2Parameters parameters =
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(cost.memory())
                        .withIterations(cost.passes())
                        .withParallelism(cost.lanes())
                        .withSalt(salt)
                        .build();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] tag = new byte[length];
        generator.generateBytes(password, tag);
        return tag;
    }

    @Override
    public boolean supports(Argon2Cost cost, int saltLength) {
        return true;
    }

    @Override
    public String description() {
        return "Argon2id in Java (Bouncy Castle)";
    }
}
