package io.pix2pix.data;

import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.data.Batching;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.plugin.PluginModule;
import io.pix2pix.data.augment.Affine;
import io.pix2pix.data.augment.Color;
import io.pix2pix.data.augment.Crop;
import io.pix2pix.data.augment.Erase;
import io.pix2pix.data.augment.Flip;
import io.pix2pix.data.augment.GaussianNoise;
import io.pix2pix.data.augment.Jitter;
import io.pix2pix.data.augment.Jpeg;
import io.pix2pix.data.augment.Mirror;
import io.pix2pix.data.augment.QuarterTurns;
import io.pix2pix.data.augment.Scale;
import io.pix2pix.data.batch.PrefetchedBatching;
import io.pix2pix.data.folders.TwoFolders;
import io.pix2pix.data.folders.WebDataset;
import io.pix2pix.data.list.ImageFolder;
import io.pix2pix.data.list.ListedPairs;
import io.pix2pix.data.mixed.Mixed;
import io.pix2pix.data.paired.Paired;
import io.pix2pix.data.photo.Colorization;
import io.pix2pix.data.photo.Deblurring;
import io.pix2pix.data.photo.Edges;
import io.pix2pix.data.photo.Inpainting;
import io.pix2pix.data.photo.SuperResolution;
import io.pix2pix.data.synthetic.SyntheticFacades;

/** The data sets and augmentations that an experiment file can name, and how batches are made. */
public final class DataModule extends PluginModule {

  @Override
  protected void plugins() {
    plugin(Dataset.class, "colorization", Colorization.class);
    plugin(Dataset.class, "deblurring", Deblurring.class);
    plugin(Dataset.class, "edges", Edges.class);
    plugin(Dataset.class, "folders", TwoFolders.class);
    plugin(Dataset.class, "image-folder", ImageFolder.class);
    plugin(Dataset.class, "inpainting", Inpainting.class);
    plugin(Dataset.class, "list", ListedPairs.class);
    plugin(Dataset.class, "mixed", Mixed.class);
    plugin(Dataset.class, "paired", Paired.class);
    plugin(Dataset.class, "super-resolution", SuperResolution.class);
    plugin(Dataset.class, "synthetic-facades", SyntheticFacades.class);
    plugin(Dataset.class, "webdataset", WebDataset.class);
    plugin(Augmentation.class, "affine", Affine.class);
    plugin(Augmentation.class, "color", Color.class);
    plugin(Augmentation.class, "crop", Crop.class);
    plugin(Augmentation.class, "erase", Erase.class);
    plugin(Augmentation.class, "flip", Flip.class);
    plugin(Augmentation.class, "jitter", Jitter.class);
    plugin(Augmentation.class, "jpeg", Jpeg.class);
    plugin(Augmentation.class, "mirror", Mirror.class);
    plugin(Augmentation.class, "noise", GaussianNoise.class);
    plugin(Augmentation.class, "quarter-turns", QuarterTurns.class);
    plugin(Augmentation.class, "scale", Scale.class);
    bind(Batching.class).toInstance(new PrefetchedBatching());
  }
}
