package io.pixsim.logging.benchmarks.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.pixsim.logging.benchmarks.Machine;

/** Runs each contestant through each part, one after the other, and writes the page. */
final class DeliveryMain {

    private final Results results = new Results();
    private final Machine machine = Machine.now();
    private final Ports ports;

    private DeliveryMain(Ports ports) {
        this.ports = ports;
    }

    /** The argument is the file to write, which is only written when all parts have run. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Process sink = Jvms.sink();
        try {
            new DeliveryMain(Jvms.ports(sink)).run(Path.of(args[0]));
        } finally {
            sink.destroy();
        }
    }

    private void run(Path page) throws IOException, InterruptedException {
        Set<Part> parts = parts(System.getProperty("benchmarks.only", ""));
        for (Part part : parts) {
            for (Contestant contestant : part.contestants()) {
                run(part, contestant);
            }
        }
        if (parts.size() == Part.values().length) {
            DeliveryPage written = new DeliveryPage(machine, results);
            Files.createDirectories(page.toAbsolutePath().getParent());
            Files.writeString(page, written.markdown());
            System.out.print(written.summary());
        }
    }

    private void run(Part part, Contestant contestant) throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<Figures> found = new ArrayList<>();
        for (int i = 0; i < part.processes(); i++) {
            found.add(Jvms.run(contestant, part, ports));
        }
        Figures figures = Figures.middle(found);
        results.add(part, contestant, figures);
        System.out.printf("%s %s %s %.1f s%n", part, contestant, figures, (System.nanoTime() - start) / 1e9);
        if (contestant.isOurs() && figures.has("unaccounted") && figures.get("unaccounted") != 0) {
            throw new IllegalStateException(contestant + " " + part + ": events are missing and not accounted for");
        }
    }

    private static Set<Part> parts(String only) {
        if (only.isBlank()) {
            return EnumSet.allOf(Part.class);
        }
        Set<Part> parts = EnumSet.noneOf(Part.class);
        Arrays.stream(only.split(",", -1)).map(Part::valueOf).forEach(parts::add);
        return parts;
    }
}
