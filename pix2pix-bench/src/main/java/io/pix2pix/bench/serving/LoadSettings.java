package io.pix2pix.bench.serving;

import io.pix2pix.api.image.ImageShape;
import io.pix2pix.server.model.ServeSettings;

/**
 * How a server is loaded.
 *
 * @param requests of all clients together, in the busy part
 * @param clients that ask at once
 * @param size of pictures; its channels do not count
 * @param server its bounds
 */
public record LoadSettings(int requests, int clients, ImageShape size, ServeSettings server) {}
