package io.daybook.command.audit;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.DeleteHistoryFilter;
import io.daybook.messages.audit.HistoryFilterDeleted;
import io.daybook.messages.audit.HistoryFilterEvent;
import io.daybook.messages.audit.HistoryFilterRenamed;
import io.daybook.messages.audit.HistoryFilterSaved;
import io.daybook.messages.audit.RenameHistoryFilter;
import io.daybook.messages.audit.SaveHistoryFilter;

import java.util.List;
import java.util.UUID;

/** The rules of kept searches: each is its owner's alone. */
final class KeptFilterDecisions {

    private KeptFilterDecisions() {}

    static List<HistoryFilterEvent> decide(
            SaveHistoryFilter command, KeptFilterState state, Actor actor) {
        UUID owner = actor.userId();
        if (owner == null || state.deleted() || !(state.ownerId() == null || owned(state, actor))) {
            throw new KeptFilterNotFound();
        }
        KeptFilterLength.check(command.name(), command.filter());
        String name = command.name().strip();
        return name.equals(state.name()) && command.filter().equals(state.filter())
                ? List.of()
                : List.of(
                        new HistoryFilterSaved(command.filterId(), owner, name, command.filter()));
    }

    static List<HistoryFilterEvent> decide(
            RenameHistoryFilter command, KeptFilterState state, Actor actor) {
        UUID owner = ownerSeenBy(actor, state);
        KeptFilterLength.check(command.name(), "");
        String name = command.name().strip();
        return name.equals(state.name())
                ? List.of()
                : List.of(new HistoryFilterRenamed(command.filterId(), owner, name));
    }

    static List<HistoryFilterEvent> decide(
            DeleteHistoryFilter command, KeptFilterState state, Actor actor) {
        return List.of(new HistoryFilterDeleted(command.filterId(), ownerSeenBy(actor, state)));
    }

    private static UUID ownerSeenBy(Actor actor, KeptFilterState state) {
        UUID owner = state.ownerId();
        if (owner == null || state.deleted() || !actor.is(owner)) {
            throw new KeptFilterNotFound();
        }
        return owner;
    }

    private static boolean owned(KeptFilterState state, Actor actor) {
        UUID owner = state.ownerId();
        return owner != null && actor.is(owner);
    }
}
