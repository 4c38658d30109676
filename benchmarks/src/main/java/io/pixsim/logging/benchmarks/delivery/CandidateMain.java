package io.pixsim.logging.benchmarks.delivery;

/** One contestant, in one part of the benchmark, in a process of its own. */
final class CandidateMain {

    private CandidateMain() {}

    /** The arguments are the contestant, the part and the ports. */
    public static void main(String[] args) throws Exception {
        Contestant contestant = Contestant.valueOf(args[0]);
        Part part = Part.valueOf(args[1]);
        Ports ports = Ports.parse(args[2]);
        Figures figures = new Figures();
        try (Sink sink = new Sink(ports.orders())) {
            part.trial().run(new Setting(contestant, ports, sink), figures);
        }
        figures.print();
        System.exit(0);
    }
}
