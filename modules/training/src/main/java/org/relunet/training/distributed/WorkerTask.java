package org.relunet.training.distributed;

import java.util.List;
import java.util.Map;
import org.relunet.api.triple.RelationSchema;
import org.relunet.training.TrainingRequest;
import org.relunet.training.data.TrainingTexts;

/**
 * What a worker is to know before the first round.
 *
 * @param configuration of the training, as YAML
 * @param relations to learn, in their order
 * @param dataHashes SHA-256 of the data files, by role
 * @param texts its share: places among the training texts
 */
public record WorkerTask(
    String configuration,
    List<String> relations,
    Map<String, String> dataHashes,
    List<Integer> texts) {
  public WorkerTask {
    relations = List.copyOf(relations);
    dataHashes = Map.copyOf(dataHashes);
    texts = List.copyOf(texts);
  }

  /**
   * The tasks of a training's workers.
   *
   * @param request whose configuration is complete
   * @param texts that were read
   * @param shares places among the training texts, a list for each worker
   */
  public static List<WorkerTask> of(
      TrainingRequest request,
      RelationSchema schema,
      TrainingTexts texts,
      List<List<Integer>> shares) {
    String configuration = AbsoluteFiles.of(request).toYaml();
    Map<String, String> hashes = TrainingWorker.hashes(texts.files());
    return shares.stream()
        .map(share -> new WorkerTask(configuration, schema.relations(), hashes, share))
        .toList();
  }
}
