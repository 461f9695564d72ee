package io.daybook.benchmarks;

import io.daybook.messages.Actor;
import io.daybook.messages.projects.CreateProject;
import io.daybook.messages.projects.RenameProject;
import io.daybook.platform.Identifiers;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** People who rename their projects again and again; each name has its number. */
final class Renames {

    private static final int EACH = 20;

    private final House house;
    private final List<Person> people = new ArrayList<>();
    private final BlockingQueue<Owned> projects;

    Renames(House house, int people) {
        this.house = house;
        this.projects = new ArrayBlockingQueue<>(people * EACH);
        for (int number = 0; number < people; number++) {
            Person person = new Person();
            this.people.add(person);
            for (int project = 0; project < EACH; project++) {
                UUID id = Identifiers.next();
                house.send(new CreateProject(id, "Project 0", null), person.actor);
                projects.add(new Owned(id, person));
            }
        }
    }

    List<Person> people() {
        return people;
    }

    /** Renames the project that was left alone for longest; answers the position. */
    long once() throws InterruptedException {
        Owned next = projects.take();
        try {
            int number = next.number + 1;
            long position =
                    house.send(
                            new RenameProject(next.id, null, "Project " + number, null),
                            next.owner.actor);
            next.number = number;
            next.owner.wrote(position);
            return position;
        } finally {
            projects.add(next);
        }
    }

    /** Somebody with some projects. */
    static final class Person {

        private final UUID id = Identifiers.next();
        private final Actor actor = new Actor(id, Identifiers.next(), false, "192.0.2.7");
        private long wrote;

        UUID id() {
            return id;
        }

        private synchronized void wrote(long position) {
            wrote = Math.max(wrote, position);
        }

        /** The position of what was last acknowledged. */
        synchronized long wrote() {
            return wrote;
        }
    }

    /** Taken by one writer at a time. */
    private static final class Owned {

        private final UUID id;
        private final Person owner;
        private int number;

        Owned(UUID id, Person owner) {
            this.id = id;
            this.owner = owner;
        }
    }
}
