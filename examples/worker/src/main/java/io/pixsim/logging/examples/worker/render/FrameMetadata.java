package io.pixsim.logging.examples.worker.render;

import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/** What makes a sequence of pictures an animation: how long each stays, and that it starts again. */
final class FrameMetadata {

    private static final byte[] LOOP_FOR_EVER = {1, 0, 0};

    private FrameMetadata() {}

    static IIOMetadata fill(IIOMetadata metadata, int hundredths, boolean first) throws IIOInvalidTreeException {
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
        setDelay(child(root, "GraphicControlExtension"), hundredths);
        if (first) {
            child(root, "ApplicationExtensions").appendChild(loop());
        }
        metadata.setFromTree(format, root);
        return metadata;
    }

    private static void setDelay(IIOMetadataNode control, int hundredths) {
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(hundredths));
    }

    private static IIOMetadataNode loop() {
        IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(LOOP_FOR_EVER.clone());
        return loop;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        if (root.getElementsByTagName(name).getLength() > 0) {
            return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
        }
        IIOMetadataNode child = new IIOMetadataNode(name);
        root.appendChild(child);
        return child;
    }
}
