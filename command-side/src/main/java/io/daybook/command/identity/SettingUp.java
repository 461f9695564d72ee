package io.daybook.command.identity;

import io.daybook.messages.identity.AppointFirstAdministrator;
import io.daybook.messages.identity.IssueSetupLink;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.UserRegistered;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;

/** Gives the installation its first administrator: whoever holds the printed link. */
final class SettingUp {

    private final Shelf<InstallationAggregate> installations;
    private final Registration registration;

    SettingUp(Shelf<InstallationAggregate> installations, Registration registration) {
        this.installations = installations;
        this.registration = registration;
    }

    /** Says whether the link was issued: not once there is an administrator. */
    @CommandHandler
    boolean handle(IssueSetupLink command) {
        return installations
                .findOrBegin(command.installationId())
                .invoke(
                        installation -> {
                            installation.happen(
                                    installation.state().issueLink(command.tokenHash()));
                            return installation.state().administrator() == null;
                        });
    }

    @CommandHandler
    void handle(AppointFirstAdministrator command) {
        Aggregate<InstallationAggregate> installation =
                installations.find(command.installationId()).orElseThrow(SetupNotOpen::new);
        installation.execute(
                one -> one.happen(one.state().appoint(command.token(), command.userId())));
        UserRegistered person =
                registration.person(
                        command.userId(),
                        command.email(),
                        command.fullName(),
                        null,
                        command.password(),
                        Role.ADMIN);
        if (!registration.register(person, command.email())) {
            throw new AddressTaken();
        }
    }
}
